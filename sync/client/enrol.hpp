// Joining a head office, once per till.
#pragma once

#include "sync/client/wire.hpp"
#include "sync/events/ids.hpp"
#include "sync/events/result.hpp"

#include <string>

namespace guitai {

struct Enrolment {
    TillNumber till{0};
    PlaceCode store;
    std::string store_name;
    std::string office; // The name of the office itself, so that another one at the same address is noticed.
    bool test{false};
};

// Trades the one-time `code` and our public key for a number. May be repeated
// with the same key until an answer arrives. Refuses `enrol.wrong_code`,
// `enrol.code_used`, `wire.*`, `wire.not_an_office`.
[[nodiscard]] Result<Enrolment> enrol(Wire& wire, const std::string& code, const std::string& public_key);

} // namespace guitai
