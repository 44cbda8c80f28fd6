/** The adapter to Microsoft Graph, behind the tenant port. The only package that may import the SDK. */
@NullMarked
package dev.shisa.graph;

import org.jspecify.annotations.NullMarked;
