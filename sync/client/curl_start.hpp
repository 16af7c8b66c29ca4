// libcurl's one global start. For the sources of this folder only, whose
// headers do not show libcurl.
#pragma once

namespace guitai {

// Before the first handle of any thread; again is nothing. Throws std::runtime_error if libcurl does not start.
void start_curl_once();

} // namespace guitai
