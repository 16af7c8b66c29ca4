// What a till still does whose disk was copied: both copies sold, the head office heard of it and set the till aside.
// It tells its story to the end at a door of its own, and the head office finds out which of the two it is.
#pragma once

#include "sync/client/link.hpp"

#include <string>
#include <vector>

namespace guitai {

struct ApartStory {
    const LinkEnd& end;
    const Uplink::Read& read;
    const Uplink::Confirm& confirm;
    const Uplink::ChainAt& chain_at;
};

// Whether this is why the office refused.
[[nodiscard]] bool is_apart(const Refusal& why);
// From the last place that the office knows of this story, to the end. Refuses as the office did, or `wire.*`.
[[nodiscard]] Result<void> tell_apart(const ApartStory& story);

// The body of a batch.
[[nodiscard]] std::string lines_joined(const std::vector<std::string>& lines);

} // namespace guitai
