package downhill.cluster.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;

/**
 * Values as bytes and back, between two of this program that are the same release and share a secret. Java's own form, as Spark has it for
 * all that it sends, but of this program's values, texts, numbers and collections alone.
 */
final class Bytes {
    private static final String KNOWN = "downhill.**;java.lang.*;java.util.*;!*";

    private Bytes() {
    }

    /** A value as bytes. */
    static byte[] of(Serializable value) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(value);
            }
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The value that {@link #of} was given. */
    static Serializable value(byte[] bytes) {
        try (ObjectInputStream in = new Own(bytes)) {
            return (Serializable) in.readObject();
        } catch (IOException | ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whoever calls may know other classes than this program. */
    private static final class Own extends ObjectInputStream {
        Own(byte[] bytes) throws IOException {
            super(new ByteArrayInputStream(bytes));
            setObjectInputFilter(ObjectInputFilter.Config.createFilter(KNOWN));
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass described) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(described.getName(), false, Bytes.class.getClassLoader());
            } catch (ClassNotFoundException primitive) {
                return super.resolveClass(described);
            }
        }
    }
}
