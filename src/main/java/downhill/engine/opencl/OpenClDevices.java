package downhill.engine.opencl;

import static org.bytedeco.opencl.global.OpenCL.CL_DEVICE_DOUBLE_FP_CONFIG;
import static org.bytedeco.opencl.global.OpenCL.CL_DEVICE_GLOBAL_MEM_SIZE;
import static org.bytedeco.opencl.global.OpenCL.CL_DEVICE_LOCAL_MEM_SIZE;
import static org.bytedeco.opencl.global.OpenCL.CL_DEVICE_NAME;
import static org.bytedeco.opencl.global.OpenCL.CL_DEVICE_TYPE;
import static org.bytedeco.opencl.global.OpenCL.CL_DEVICE_TYPE_ALL;
import static org.bytedeco.opencl.global.OpenCL.CL_DEVICE_TYPE_CPU;
import static org.bytedeco.opencl.global.OpenCL.CL_DRIVER_VERSION;
import static org.bytedeco.opencl.global.OpenCL.CL_PLATFORM_NAME;
import static org.bytedeco.opencl.global.OpenCL.clGetDeviceIDs;
import static org.bytedeco.opencl.global.OpenCL.clGetPlatformIDs;

import downhill.engine.Natives;
import downhill.engine.UnavailableException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.opencl._cl_device_id;
import org.bytedeco.opencl._cl_platform_id;

/** The devices that the drivers of this machine offer. */
public final class OpenClDevices {
    /** What the loader answers where no driver is installed. */
    private static final int NO_PLATFORM = -1001;
    private static final int NO_DEVICE = -1;

    private OpenClDevices() {
    }

    /**
     * All of them, accelerators first. Loads the drivers.
     *
     * @throws UnavailableException of one line where there is none, or where anything fails
     */
    public static List<OpenClDevice> all() {
        try {
            Natives.prepare();
            List<OpenClDevice> found = new ArrayList<>();
            List<_cl_platform_id> platforms = platforms();
            for (int platform = 0; platform < platforms.size(); platform++) {
                List<_cl_device_id> devices = devices(platforms.get(platform));
                for (int device = 0; device < devices.size(); device++) {
                    found.add(device(platform, platforms.get(platform), device, devices.get(device)));
                }
            }
            if (found.isEmpty()) {
                throw new UnavailableException(Said.of("opencl.nodriver"));
            }
            found.sort((a, b) -> Boolean.compare(a.cpu(), b.cpu()));
            return found;
        } catch (LinkageError e) {
            throw new UnavailableException(Said.of("opencl.library", e.getMessage()), e);
        }
    }

    static List<_cl_platform_id> platforms() {
        try (IntPointer count = new IntPointer(1)) {
            int answer = clGetPlatformIDs(0, (PointerPointer<?>) null, count);
            if (answer == NO_PLATFORM) {
                throw new UnavailableException(Said.of("opencl.nodriver"));
            }
            ClCalls.check(answer, "clGetPlatformIDs");
            List<_cl_platform_id> found = new ArrayList<>();
            try (PointerPointer<Pointer> ids = new PointerPointer<>(Math.max(1, count.get()))) {
                ClCalls.check(clGetPlatformIDs(count.get(), ids, (IntPointer) null), "clGetPlatformIDs");
                for (int i = 0; i < count.get(); i++) {
                    found.add(new _cl_platform_id(ids.get(i)));
                }
            }
            return found;
        }
    }

    static List<_cl_device_id> devices(_cl_platform_id platform) {
        try (IntPointer count = new IntPointer(1)) {
            int answer = clGetDeviceIDs(platform, CL_DEVICE_TYPE_ALL, 0, (PointerPointer<?>) null, count);
            List<_cl_device_id> found = new ArrayList<>();
            if (answer == NO_DEVICE) {
                return found;
            }
            ClCalls.check(answer, "clGetDeviceIDs");
            try (PointerPointer<Pointer> ids = new PointerPointer<>(Math.max(1, count.get()))) {
                ClCalls.check(clGetDeviceIDs(platform, CL_DEVICE_TYPE_ALL, count.get(), ids, (IntPointer) null), "clGetDeviceIDs");
                for (int i = 0; i < count.get(); i++) {
                    found.add(new _cl_device_id(ids.get(i)));
                }
            }
            return found;
        }
    }

    private static OpenClDevice device(int platform, _cl_platform_id of, int number, _cl_device_id id) {
        boolean cpu = (ClCalls.number(id, CL_DEVICE_TYPE) & CL_DEVICE_TYPE_CPU) != 0;
        return new OpenClDevice(platform, number, ClCalls.text(id, CL_DEVICE_NAME),
                ClCalls.text(of, CL_PLATFORM_NAME) + " " + ClCalls.text(id, CL_DRIVER_VERSION), cpu,
                ClCalls.number(id, CL_DEVICE_DOUBLE_FP_CONFIG) != 0,
                (int) Math.min(Integer.MAX_VALUE, ClCalls.number(id, CL_DEVICE_LOCAL_MEM_SIZE)),
                ClCalls.number(id, CL_DEVICE_GLOBAL_MEM_SIZE));
    }
}
