package downhill.engine.opencl;

import static org.bytedeco.opencl.global.OpenCL.clGetDeviceInfo;
import static org.bytedeco.opencl.global.OpenCL.clGetPlatformInfo;

import downhill.engine.UnavailableException;
import downhill.words.Said;
import java.nio.charset.StandardCharsets;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.bytedeco.opencl._cl_device_id;
import org.bytedeco.opencl._cl_platform_id;

/** What calls of OpenCL answer. */
final class ClCalls {
    private ClCalls() {
    }

    /** @throws UnavailableException where a call failed */
    static void check(int answer, String call) {
        if (answer != 0) {
            throw new UnavailableException(Said.of("opencl.failed", call, answer));
        }
    }

    static String text(_cl_platform_id platform, int what) {
        try (SizeTPointer size = new SizeTPointer(1)) {
            check(clGetPlatformInfo(platform, what, 0, null, size), "clGetPlatformInfo");
            try (BytePointer out = new BytePointer(Math.max(1, size.get()))) {
                check(clGetPlatformInfo(platform, what, size.get(), out, null), "clGetPlatformInfo");
                return string(out, size.get());
            }
        }
    }

    static String text(_cl_device_id device, int what) {
        try (SizeTPointer size = new SizeTPointer(1)) {
            check(clGetDeviceInfo(device, what, 0, null, size), "clGetDeviceInfo");
            try (BytePointer out = new BytePointer(Math.max(1, size.get()))) {
                check(clGetDeviceInfo(device, what, size.get(), out, null), "clGetDeviceInfo");
                return string(out, size.get());
            }
        }
    }

    static long number(_cl_device_id device, int what) {
        try (LongPointer value = new LongPointer(1)) {
            value.put(0);
            check(clGetDeviceInfo(device, what, Long.BYTES, value, null), "clGetDeviceInfo");
            return value.get();
        }
    }

    /** A text without the zero at its end. */
    static String string(BytePointer text, long size) {
        byte[] bytes = new byte[(int) Math.max(0, size - 1)];
        text.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }
}
