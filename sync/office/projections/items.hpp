// What is sold and for how much, as last listed.
#pragma once

#include "sync/events/catalogue_events.hpp"
#include "sync/office/projections/projection.hpp"

#include <optional>
#include <vector>

namespace guitai::office {

class Items final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override { return {"items"}; }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

[[nodiscard]] std::optional<CatalogueItem> find_item(database::Connection& connection, const Sku& sku);
[[nodiscard]] StyleId style_of(database::Connection& connection, const Sku& sku); // Empty: not listed.
[[nodiscard]] bool is_listed(database::Connection& connection, const Sku& sku);
// All of them, withdrawn ones too, by SKU.
[[nodiscard]] std::vector<CatalogueItem> all_items(database::Connection& connection);

} // namespace guitai::office
