package downhill.cluster.spark;

import java.nio.ByteBuffer;
import org.apache.spark.SparkEnv;
import org.apache.spark.serializer.SerializerInstance;
import scala.reflect.ClassTag$;

/** Work and what it comes to as bytes and back, in the form in which Spark itself sends tasks: broadcast values are not among them. */
final class Wire {
    private Wire() {
    }

    private static SerializerInstance form() {
        return SparkEnv.get().closureSerializer().newInstance();
    }

    static byte[] bytes(Object value) {
        ByteBuffer buffer = form().serialize(value, ClassTag$.MODULE$.Object());
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    static Object value(byte[] bytes) {
        return form().deserialize(ByteBuffer.wrap(bytes), Wire.class.getClassLoader(), ClassTag$.MODULE$.Object());
    }
}
