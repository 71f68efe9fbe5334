palmares account create ada >/dev/null
export PALMARES_TOKEN=$(palmares token create docs --scope read,admin)
