/** Whole training steps of many runs on a device of OpenCL: text written from plans, devices, buffers. */
package downhill.engine.opencl;
