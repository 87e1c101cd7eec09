package downhill.engine.opencl;

import static org.bytedeco.opencl.global.OpenCL.CL_TRUE;
import static org.bytedeco.opencl.global.OpenCL.clEnqueueReadBuffer;
import static org.bytedeco.opencl.global.OpenCL.clEnqueueWriteBuffer;
import static org.bytedeco.opencl.global.OpenCL.clReleaseMemObject;

import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.opencl._cl_command_queue;
import org.bytedeco.opencl._cl_mem;

/** Memory of a device. */
public final class DeviceBuffer implements AutoCloseable {
    private final _cl_command_queue queue;
    private final _cl_mem memory;
    private final long bytes;
    private boolean closed;

    DeviceBuffer(_cl_command_queue queue, _cl_mem memory, long bytes) {
        this.queue = queue;
        this.memory = memory;
        this.bytes = bytes;
    }

    _cl_mem memory() {
        return memory;
    }

    /** Copies as much as this holds, after all that was launched before; waits for it. */
    public void write(HostNumbers from) {
        try (Pointer pointer = from.pointer()) {
            ClCalls.check(clEnqueueWriteBuffer(queue, memory, CL_TRUE, 0, Math.min(bytes, from.size()), pointer, 0,
                    (PointerPointer<?>) null, (PointerPointer<?>) null), "clEnqueueWriteBuffer");
        }
    }

    /** Copies as much as this holds, after all that was launched before; waits for it. */
    public void read(HostNumbers to) {
        try (Pointer pointer = to.pointer()) {
            ClCalls.check(clEnqueueReadBuffer(queue, memory, CL_TRUE, 0, Math.min(bytes, to.size()), pointer, 0, (PointerPointer<?>) null,
                    (PointerPointer<?>) null), "clEnqueueReadBuffer");
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            clReleaseMemObject(memory);
        }
    }
}
