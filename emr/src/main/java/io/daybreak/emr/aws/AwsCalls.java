package io.daybreak.emr.aws;

import io.daybreak.emr.launch.CloudFailure;
import io.daybreak.emr.launch.CloudFailure.Kind;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Makes a call and turns what AWS throws into what the controller understands. */
final class AwsCalls {
    private static final Set<String> THROTTLES =
            Set.of("ThrottlingException", "Throttling", "RequestLimitExceeded", "TooManyRequestsException", "SlowDown");
    private static final Set<String> DENIALS = Set.of(
            "AccessDeniedException",
            "AccessDenied",
            "UnauthorizedOperation",
            "UnrecognizedClientException",
            "InvalidSignatureException",
            "ExpiredTokenException",
            "MissingAuthenticationToken");

    private AwsCalls() {}

    /**
     * Makes a call.
     *
     * @param operation EMR's name of it, as {@code RunJobFlow}
     */
    static <T> T call(String operation, Supplier<T> call) {
        String action = "elasticmapreduce:" + operation;
        try {
            return call.get();
        } catch (AwsServiceException e) {
            String code = e.awsErrorDetails() == null
                    ? ""
                    : String.valueOf(e.awsErrorDetails().errorCode());
            throw new CloudFailure(kind(code, e.statusCode()), action, message(e, code), e);
        } catch (SdkClientException e) {
            throw new CloudFailure(clientKind(e), action, String.valueOf(e.getMessage()), e);
        }
    }

    private static Kind kind(String code, int status) {
        if (THROTTLES.contains(code) || status == 429) {
            return Kind.THROTTLED;
        }
        if (DENIALS.contains(code) || status == 403) {
            return Kind.DENIED;
        }
        return status >= 500 || code.toLowerCase(Locale.ROOT).startsWith("internal") ? Kind.UNKNOWN : Kind.INVALID;
    }

    /** Without credentials nothing was sent; anything else may have been. */
    private static Kind clientKind(SdkClientException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("credentials") ? Kind.DENIED : Kind.UNKNOWN;
    }

    private static String message(AwsServiceException e, String code) {
        String details = e.awsErrorDetails() == null
                ? e.getMessage()
                : e.awsErrorDetails().errorMessage();
        return (code + " " + details).trim() + " (HTTP " + e.statusCode() + ")";
    }
}
