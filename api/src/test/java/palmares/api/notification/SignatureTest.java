package palmares.api.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class SignatureTest {

  /// The example of the Standard Webhooks libraries; the same by Python:
  /// `b64encode(hmac.new(b64decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
  /// b"msg_p5jXN8AQM9LWM0D4loKWxJek` `.1614265330.{\"test\": 2432232314}", sha256).digest())`
  @Test
  void aMessageIsSignedAsStandardWebhooksHasIt() {
    var secret = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    var signature =
        Signature.of(
            secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330L, "{\"test\": 2432232314}");

    assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    assertThat(Signature.text(secret)).isEqualTo("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  }

  @Test
  void aSecretHasThe24To64BytesOfTheStandard() {
    assertThat(Signature.newSecret()).hasSize(32);
  }
}
