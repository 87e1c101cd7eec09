package downhill.cluster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;

/** All goes as bytes, as between machines. */
class ByBytes extends CoreWorkers {
    ByBytes(int slots) {
        super(slots);
    }

    @Override
    @SuppressWarnings("unchecked") // it is the same class
    <T extends Serializable> T arrived(T value) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(value);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return (T) in.readObject();
            }
        } catch (IOException | ClassNotFoundException wrong) {
            throw new AssertionError(wrong);
        }
    }
}
