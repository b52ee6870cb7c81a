/// Tables as Parquet files: Hardwood reads, we write. Entry types: [ParquetRows], [ParquetFile].
@NullMarked
package io.sheaf.workloads.parquet;

import org.jspecify.annotations.NullMarked;
