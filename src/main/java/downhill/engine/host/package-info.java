/**
 * Executes plans on the CPU: fused kernels as plain loops over blocks that fit the first-level cache, products by OpenBLAS,
 * values in memory that ND4J allocates. Files named {@code Float..} are the source of their {@code Double..} twins, which
 * the build derives by replacing the type, so that the two formats cannot drift apart.
 */
package downhill.engine.host;
