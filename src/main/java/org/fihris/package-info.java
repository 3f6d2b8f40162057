/** x */
@org.jspecify.annotations.NullMarked
package org.fihris;
