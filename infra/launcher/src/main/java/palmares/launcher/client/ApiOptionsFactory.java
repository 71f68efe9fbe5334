package palmares.launcher.client;

import palmares.launcher.terminal.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/// Makes the options that methods mix in, which cannot hold them ready as classes do.
record ApiOptionsFactory(Surroundings surroundings) implements IFactory {

  @Override
  public <K> K create(Class<K> type) throws Exception {
    return type == ApiOptions.class
        ? type.cast(new ApiOptions(surroundings))
        : CommandLine.defaultFactory().create(type);
  }
}
