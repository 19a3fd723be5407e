package io.daybreak.s3;

import io.daybreak.jobs.objects.RequestCount;
import io.daybreak.jobs.objects.S3Requests;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLongArray;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Counts every attempt of Iceberg's S3 client. The SDK finds it by its own global list and makes an instance per client,
 * so what is counted belongs to the class.
 */
public final class IcebergRequests implements ExecutionInterceptor, RequestCount {

    private static final AtomicLongArray COUNTS = new AtomicLongArray(Kind.values().length);

    /** What a request is charged as. */
    enum Kind {
        GET,
        HEAD,
        PUT,
        LIST,
        COPY,
        DELETE;

        /** By the operation's name in the SDK; parts of an upload and its first and last request are charged as a PUT. */
        static Kind of(String operation) {
            if (operation.startsWith("Head")) {
                return HEAD;
            } else if (operation.startsWith("List")) {
                return LIST;
            } else if (operation.startsWith("Delete") || operation.startsWith("Abort")) {
                return DELETE;
            } else if (operation.endsWith("Copy") || operation.startsWith("Copy")) {
                return COPY;
            } else if (operation.startsWith("Get")) {
                return GET;
            }
            return PUT;
        }
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        if ("S3".equals(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME))) {
            String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
            COUNTS.incrementAndGet(Kind.of(operation == null ? "" : operation).ordinal());
        }
    }

    @Override
    public S3Requests soFar(URI bucket) {
        return new S3Requests(
                counted(Kind.GET),
                counted(Kind.HEAD),
                counted(Kind.PUT),
                counted(Kind.LIST),
                counted(Kind.COPY),
                counted(Kind.DELETE));
    }

    private static long counted(Kind kind) {
        return COUNTS.get(kind.ordinal());
    }
}
