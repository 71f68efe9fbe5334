package palmares.api.notification;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;
import java.util.Set;
import palmares.egress.AddressRange;
import palmares.egress.EgressPolicy;

/// Where requests may go whose address users choose.
///
/// @param plainHttp whether http is allowed
/// @param ports that are allowed
/// @param allow ranges such as `10.1.0.0/16` that are allowed although they are private
@ConfigurationProperties("palmares.egress")
record EgressConfig(
    @Bindable(defaultValue = "false") boolean plainHttp,
    @Bindable(defaultValue = "443") List<Integer> ports,
    @Bindable(defaultValue = "") List<String> allow) {

  EgressPolicy policy() {
    return new EgressPolicy(
        plainHttp,
        Set.copyOf(ports),
        allow.stream().filter(text -> !text.isBlank()).map(AddressRange::parse).toList());
  }
}
