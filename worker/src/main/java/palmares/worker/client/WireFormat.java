package palmares.worker.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/// JSON as the api speaks it.
public final class WireFormat {

  private WireFormat() {}

  /// A mapper that ignores fields it does not know, so that the api may be newer than the worker,
  /// and reads an absent list or map as empty, because the api leaves out empty ones.
  public static ObjectMapper mapper() {
    var mapper = new ObjectMapper();
    mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    mapper.setSerializationInclusion(JsonInclude.Include.NON_NULL);
    var emptyIfAbsent = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
    mapper.configOverride(List.class).setSetterInfo(emptyIfAbsent);
    mapper.configOverride(Map.class).setSetterInfo(emptyIfAbsent);
    return mapper;
  }
}
