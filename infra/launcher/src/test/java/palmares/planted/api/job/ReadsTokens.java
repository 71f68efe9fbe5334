package palmares.planted.api.job;

import com.nimbusds.jwt.JWT;

record ReadsTokens(JWT token) {}
