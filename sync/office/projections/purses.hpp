// Points as lots and leases. The tables and their arithmetic are shared with the till
// of a shop of its own; see sync/purses.
#pragma once

#include "sync/office/projections/projection.hpp"
#include "sync/purses/fold.hpp"

namespace guitai::office {

class Purses final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override { return purses::tables(); }

private:
    void fold(database::Connection& connection, const Event& event) override { purses::fold(connection, event); }
};

} // namespace guitai::office
