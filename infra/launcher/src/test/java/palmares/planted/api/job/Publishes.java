package palmares.planted.api.job;

import com.rabbitmq.client.Channel;

record Publishes(Channel channel) {}
