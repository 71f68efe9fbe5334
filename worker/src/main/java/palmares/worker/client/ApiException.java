package palmares.worker.client;

/// A call to the api that did not succeed: it can be tried again, or it was refused for good.
public sealed class ApiException extends Exception
    permits ApiUnavailableException, ApiRefusalException {

  ApiException(String message, Throwable cause) {
    super(message, cause);
  }

  ApiException(String message) {
    super(message);
  }
}
