// Who may come in: tills by an enrolment code and then by their key, programs by
// a token. Keeps only hashes of what must stay secret. People are in console/.
#pragma once

#include "sync/events/staff_events.hpp"
#include "sync/office/office.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::office {

inline constexpr std::size_t enrol_code_length{8};
inline constexpr std::int64_t enrol_code_valid_ms{24 * 3'600'000};

// A code for one new till in that shop. Refuses store.unknown and store.not_a_shop.
[[nodiscard]] Result<std::string> make_enrol_code(Office& office, const database::Transaction& open,
                                                  const PlaceCode& store);

struct Enrolled {
    TillNumber till{0};
    PlaceCode store;
    std::string store_name;
    std::string office;
    bool test{false};
};

// Gives the till of `public_key` (64 hex) its number. The same code and key again
// give the same answer. Refuses enrol.wrong_code, enrol.code_used, enrol.bad_key.
[[nodiscard]] Result<Enrolled> enrol(Office& office, const database::Transaction& open, std::string_view code,
                                     std::string_view public_key);

// A new token for programs. Its text is told once and can not be read again.
[[nodiscard]] std::string make_token(Office& office, const database::Transaction& open, Role role,
                                     std::string_view label);

struct TokenHolder {
    Role role{Role::clerk};
    std::string label;
};
[[nodiscard]] std::optional<TokenHolder> find_token(database::Connection& connection, std::string_view token);

// Refuses till.unknown and till.set_aside.
[[nodiscard]] Result<void> check_till(database::Connection& connection, TillNumber till);
void set_till_aside(Office& office, const database::Transaction& open, TillNumber till, std::string_view reason);
void heard_from(Office& office, const database::Transaction& open, TillNumber till);

struct TillContact {
    std::int64_t heard_at_ms{0}; // 0: never.
    bool set_aside{false};
    std::string reason;
};
[[nodiscard]] TillContact contact_of(database::Connection& connection, TillNumber till);

} // namespace guitai::office
