package palmares.planted.db.job;

import palmares.planted.contract.job.WireFormat;

record StoresWireFormat(WireFormat wire) {}
