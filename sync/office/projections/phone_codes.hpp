// Codes by telephone: which tills share a key with the head office, and who gave which code and why.
#pragma once

#include "sync/events/phone_events.hpp"
#include "sync/office/projections/projection.hpp"

#include <vector>

namespace guitai::office {

class PhoneCodes final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override { return {"phone_keys", "phone_codes"}; }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

[[nodiscard]] bool shares_phone_key(database::Connection& connection, TillNumber till);

struct PhoneCodeRow {
    PhoneCodeGiven given;
    PlaceCode store;
    std::int64_t at_ms{0};
};
// The newest first; of all stores where `store` is empty.
[[nodiscard]] std::vector<PhoneCodeRow> latest_phone_codes(database::Connection& connection, const PlaceCode& store,
                                                           int limit);

} // namespace guitai::office
