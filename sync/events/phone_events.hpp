// Codes that a person with the right gives by telephone, where nobody with the
// right is in the shop: the key behind them, who gave one, and who tried one.
#pragma once

#include "sync/events/field.hpp"
#include "sync/events/ids.hpp"
#include "sync/events/money.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace guitai {

// Down: the key that the head office shares with this till, sealed for the till's own device key.
struct PhoneKeySet {
    static constexpr std::string_view kind{"phone_key_set"};

    std::int64_t till{0};
    std::string sealed_key; // Hex. No other till can open it.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("till", &PhoneKeySet::till),
                     field("sealed_key", &PhoneKeySet::sealed_key));
    }

    bool operator==(const PhoneKeySet&) const = default;
};

// Down: somebody at the head office gave the code that answers this request.
struct PhoneCodeGiven {
    static constexpr std::string_view kind{"phone_code_given"};

    std::int64_t till{0};
    std::string request; // As the till showed it.
    std::string action; // The dotted name of what was allowed.
    std::string subject; // The receipt, line or order it was about.
    Money amount;
    StaffName given_by;
    std::string reason;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("till", &PhoneCodeGiven::till),
                     field("request", &PhoneCodeGiven::request),
                     field("action", &PhoneCodeGiven::action),
                     field("subject", &PhoneCodeGiven::subject),
                     field("amount", &PhoneCodeGiven::amount),
                     field("given_by", &PhoneCodeGiven::given_by),
                     field("reason", &PhoneCodeGiven::reason));
    }

    bool operator==(const PhoneCodeGiven&) const = default;
};

// Up: somebody typed a code for this request. Written before the code is looked at, as with a PIN.
struct PhoneCodeTried {
    static constexpr std::string_view kind{"phone_code_tried"};

    std::string request;
    StaffName staff; // Signed in at the till.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("request", &PhoneCodeTried::request),
                     field("staff", &PhoneCodeTried::staff));
    }

    bool operator==(const PhoneCodeTried&) const = default;
};

} // namespace guitai
