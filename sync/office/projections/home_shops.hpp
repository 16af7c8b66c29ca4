// Where members buy: how often in which shop. The shop where a member is at home keeps
// some of her points ready for when its line is down.
#pragma once

#include "sync/office/projections/projection.hpp"

namespace guitai::office {

class HomeShops final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override { return {"member_shops"}; }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

// Of most visits, the newest of them where there are several; empty: never bought.
[[nodiscard]] PlaceCode home_of(database::Connection& connection, const MemberId& member);

} // namespace guitai::office
