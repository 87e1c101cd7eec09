package downhill.engine.opencl;

import static org.bytedeco.opencl.global.OpenCL.clEnqueueNDRangeKernel;
import static org.bytedeco.opencl.global.OpenCL.clFlush;
import static org.bytedeco.opencl.global.OpenCL.clReleaseKernel;
import static org.bytedeco.opencl.global.OpenCL.clSetKernelArg;

import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.bytedeco.opencl._cl_command_queue;
import org.bytedeco.opencl._cl_kernel;

/** A kernel with its arguments. One thread at a time. */
public final class DeviceKernel implements AutoCloseable {
    private final _cl_command_queue queue;
    private final _cl_kernel kernel;
    private boolean closed;

    DeviceKernel(_cl_command_queue queue, _cl_kernel kernel) {
        this.queue = queue;
        this.kernel = kernel;
    }

    /** Sets buffers, the first argument first. */
    public void buffers(DeviceBuffer... buffers) {
        for (int i = 0; i < buffers.length; i++) {
            try (PointerPointer<Pointer> place = new PointerPointer<>(1)) {
                place.put(0, buffers[i].memory());
                ClCalls.check(clSetKernelArg(kernel, i, Long.BYTES, place), "clSetKernelArg");
            }
        }
    }

    /** Sets whole numbers, from the given argument on. */
    public void numbers(int from, int... values) {
        try (IntPointer place = new IntPointer(1)) {
            for (int i = 0; i < values.length; i++) {
                place.put(values[i]);
                ClCalls.check(clSetKernelArg(kernel, from + i, Integer.BYTES, place), "clSetKernelArg");
            }
        }
    }

    /** Begins to run with the arguments as they are, after all that was launched before. */
    public void launch(int groups, int lanes) {
        try (SizeTPointer all = new SizeTPointer(1); SizeTPointer group = new SizeTPointer(1)) {
            all.put((long) groups * lanes);
            group.put(lanes);
            ClCalls.check(clEnqueueNDRangeKernel(queue, kernel, 1, null, all, group, 0, (PointerPointer<?>) null, (PointerPointer<?>) null),
                    "clEnqueueNDRangeKernel");
        }
        ClCalls.check(clFlush(queue), "clFlush");
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            clReleaseKernel(kernel);
        }
    }
}
