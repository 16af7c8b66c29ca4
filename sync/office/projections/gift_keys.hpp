// Which tills were told the key that names gift cards.
#pragma once

#include "sync/office/projections/projection.hpp"

namespace guitai::office {

class GiftKeys final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override { return {"gift_keys"}; }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

[[nodiscard]] bool shares_gift_key(database::Connection& connection, TillNumber till);

} // namespace guitai::office
