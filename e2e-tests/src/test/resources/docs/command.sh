export PALMARES_TOKEN=$(palmares token create docs --scope read,admin)
palmares account create ada >/dev/null
