package downhill.engine.opencl;

import static org.bytedeco.opencl.global.OpenCL.CL_MEM_READ_WRITE;
import static org.bytedeco.opencl.global.OpenCL.CL_PROGRAM_BUILD_LOG;
import static org.bytedeco.opencl.global.OpenCL.clBuildProgram;
import static org.bytedeco.opencl.global.OpenCL.clCreateBuffer;
import static org.bytedeco.opencl.global.OpenCL.clCreateCommandQueue;
import static org.bytedeco.opencl.global.OpenCL.clCreateContext;
import static org.bytedeco.opencl.global.OpenCL.clCreateKernel;
import static org.bytedeco.opencl.global.OpenCL.clCreateProgramWithSource;
import static org.bytedeco.opencl.global.OpenCL.clGetProgramBuildInfo;
import static org.bytedeco.opencl.global.OpenCL.clReleaseProgram;

import downhill.engine.Precision;
import downhill.engine.UnavailableException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.bytedeco.opencl.Pfn_notify_String_Pointer_long_Pointer;
import org.bytedeco.opencl._cl_command_queue;
import org.bytedeco.opencl._cl_context;
import org.bytedeco.opencl._cl_device_id;
import org.bytedeco.opencl._cl_program;
import org.slf4j.LoggerFactory;

/** A device in use: its memory, and programs built for it, which are kept. Lives as long as the process. */
public final class OpenCl {
    private static final int MOST_PROGRAMS = 32;

    private final OpenClDevice device;
    private final _cl_device_id id;
    private final _cl_context context;
    private final _cl_command_queue queue;
    private final Map<String, _cl_program> programs = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Opens a device. The call that makes a queue is the one that every driver has.
     *
     * @throws UnavailableException of one line where the device cannot be used
     */
    @SuppressWarnings("deprecation")
    public OpenCl(OpenClDevice device) {
        this.device = device;
        id = OpenClDevices.devices(OpenClDevices.platforms().get(device.platform())).get(device.number());
        try (IntPointer answer = new IntPointer(1)) {
            context = clCreateContext((SizeTPointer) null, 1, id, (Pfn_notify_String_Pointer_long_Pointer) null, null, answer);
            ClCalls.check(answer.get(), "clCreateContext");
            queue = clCreateCommandQueue(context, id, 0, answer);
            ClCalls.check(answer.get(), "clCreateCommandQueue");
        }
    }

    /** What computes. */
    public OpenClDevice device() {
        return device;
    }

    /** Memory for so many numbers, of no meaning at first. */
    public DeviceBuffer buffer(Precision precision, long count) {
        return bytes(count * HostNumbers.width(precision));
    }

    /** Memory for as much as there is room for in the host's. */
    public DeviceBuffer like(HostNumbers numbers) {
        return bytes(numbers.size());
    }

    private DeviceBuffer bytes(long wanted) {
        long bytes = Math.max(Long.BYTES, wanted);
        try (IntPointer answer = new IntPointer(1)) {
            var memory = clCreateBuffer(context, CL_MEM_READ_WRITE, bytes, (Pointer) null, answer);
            ClCalls.check(answer.get(), "clCreateBuffer");
            return new DeviceBuffer(queue, memory, bytes);
        }
    }

    /** A kernel of a text; building takes seconds the first time. */
    public synchronized DeviceKernel kernel(String text, String name) {
        _cl_program program = programs.get(text);
        if (program == null) {
            program = built(text);
            programs.put(text, program);
            if (programs.size() > MOST_PROGRAMS) {
                clReleaseProgram(programs.remove(programs.keySet().iterator().next()));
            }
        }
        try (IntPointer answer = new IntPointer(1)) {
            var kernel = clCreateKernel(program, name, answer);
            ClCalls.check(answer.get(), "clCreateKernel");
            return new DeviceKernel(queue, kernel);
        }
    }

    private _cl_program built(String text) {
        try (IntPointer answer = new IntPointer(1); BytePointer source = new BytePointer(text, StandardCharsets.UTF_8);
                PointerPointer<BytePointer> sources = new PointerPointer<>(1)) {
            sources.put(0, source);
            _cl_program program = clCreateProgramWithSource(context, 1, sources, (SizeTPointer) null, answer);
            ClCalls.check(answer.get(), "clCreateProgramWithSource");
            int built = clBuildProgram(program, 1, id, "", null, null);
            if (built != 0) {
                LoggerFactory.getLogger(OpenCl.class).warn("clBuildProgram {}\n{}", device.name(), log(program));
                ClCalls.check(built, "clBuildProgram");
            }
            return program;
        }
    }

    private String log(_cl_program program) {
        try (SizeTPointer size = new SizeTPointer(1)) {
            clGetProgramBuildInfo(program, id, CL_PROGRAM_BUILD_LOG, 0, null, size);
            try (BytePointer text = new BytePointer(Math.max(1, size.get()))) {
                clGetProgramBuildInfo(program, id, CL_PROGRAM_BUILD_LOG, size.get(), text, null);
                return ClCalls.string(text, size.get());
            }
        }
    }
}
