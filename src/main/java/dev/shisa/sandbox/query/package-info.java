/** OData query options: the filter language, selection and paging tokens. */
@NullMarked
package dev.shisa.sandbox.query;

import org.jspecify.annotations.NullMarked;
