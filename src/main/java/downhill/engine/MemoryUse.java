package downhill.engine;

import org.bytedeco.javacpp.Pointer;

/** How much memory the process and its native arrays hold, in bytes. */
public final class MemoryUse {
    private MemoryUse() {
    }

    /** Native memory that arrays hold. */
    public static long offHeapBytes() {
        return Pointer.totalBytes();
    }

    /** Memory of the whole process that lies in RAM. */
    public static long physicalBytes() {
        return Pointer.physicalBytes();
    }
}
