package palmares.planted.contract.job;

public record WireFormat(String json) {}
