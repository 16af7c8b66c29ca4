// A long body travels deflated. Unfolds what came and folds what goes, so that no
// door behind ever sees it; what is signed is the unfolded body.
#pragma once

#include "sync/events/result.hpp"
#include "sync/office/http.hpp"

#include <optional>

namespace guitai::office {

// The request with its body unfolded; nothing where it is plain already. Refuses
// api.bad_encoding for an encoding we do not know, and what can not be unfolded.
[[nodiscard]] Result<std::optional<Request>> unfolded(const Request& request);

// A reply that folds long bodies where `request` says that it is understood.
[[nodiscard]] Reply folding(const Request& request, Reply reply);

} // namespace guitai::office
