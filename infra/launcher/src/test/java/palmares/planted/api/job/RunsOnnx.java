package palmares.planted.api.job;

import ai.onnxruntime.OrtSession;

record RunsOnnx(OrtSession session) {}
