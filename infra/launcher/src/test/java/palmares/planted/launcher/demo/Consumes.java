package palmares.planted.launcher.demo;

import com.rabbitmq.client.Consumer;

record Consumes(Consumer consumer) {}
