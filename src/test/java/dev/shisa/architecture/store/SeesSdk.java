package dev.shisa.architecture.store;

import com.microsoft.kiota.HttpMethod;

/** Wrong: the SDK outside its package. */
final class SeesSdk {
    HttpMethod method() {
        return HttpMethod.GET;
    }
}
