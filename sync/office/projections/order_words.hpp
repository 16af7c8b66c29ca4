// What an order can be found by, in one row of small letters: its numbers, who gets it and what it is.
#pragma once

#include "sync/office/projections/projection.hpp"

#include <string_view>
#include <vector>

namespace guitai::office {

class OrderWords final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override { return {"order_words"}; }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

} // namespace guitai::office
