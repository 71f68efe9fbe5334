# The server of the tests comes with accounts of its own; the page makes them.
rabbitmqctl delete_vhost palmares
rabbitmqctl delete_user palmares-api
rabbitmqctl delete_user palmares-worker
