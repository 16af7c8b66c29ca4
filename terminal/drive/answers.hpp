// What an answer holds, made from the view: the names of interface.md. Reads,
// never works anything out.
#pragma once

#include "terminal/app/view.hpp"
#include "terminal/drive/json_text.hpp"

#include <optional>
#include <string_view>

namespace guitai::drive {

[[nodiscard]] JsonObject sold_of(const SoldView& sale);
[[nodiscard]] JsonObject cart_of(const CartView& cart);
// What a cart, or a member, has of points; in points_words.cpp with the leases of this till.
void add_points(JsonObject& object, const CartView& cart);
void add_points(JsonObject& object, const PointsView& points);
void add_services(JsonObject& object, const CartView& cart);
void add_fees(JsonObject& object, const MemberView& member);
[[nodiscard]] JsonObject leases_of(const LeasesView& leases);
[[nodiscard]] JsonObject member_of(const MemberView& member);
[[nodiscard]] JsonObject complaint_of(const ComplaintView& view);
[[nodiscard]] JsonObject own_of(const OwnFileView& own);
[[nodiscard]] JsonObject sale_of(const SaleDone& done);
[[nodiscard]] JsonObject scanned_receipt_of(const ScannedReceipt& receipt);
[[nodiscard]] JsonArray products_of(const CatalogueView& catalogue);
[[nodiscard]] JsonArray members_of(const CatalogueView& catalogue);
// The grid's style, cells and, where a cell is chosen, the ways.
[[nodiscard]] JsonObject grid_of(const GridView& grid);
[[nodiscard]] JsonObject brief_of(const OrderBrief& order);
[[nodiscard]] JsonArray briefs_of(const std::vector<OrderBrief>& orders);
[[nodiscard]] JsonArray orders_of(const OrdersView& orders);
[[nodiscard]] JsonObject order_of(const OrderDetail& order);
[[nodiscard]] JsonObject report_of(const ReportView& report);
[[nodiscard]] JsonObject service_of(const ServiceView& service);
[[nodiscard]] JsonObject sync_of(const TillView& view);
[[nodiscard]] JsonObject session_of(const TillView& view);
[[nodiscard]] JsonObject close_of(const CloseView& close);
[[nodiscard]] JsonObject catalogue_of(const CatalogueView& catalogue);

// The part of the view that `what` names (cart, session, sync, orders, catalogue,
// member, own, leases, close, all); nothing for another word.
[[nodiscard]] std::optional<JsonObject> shown(const TillView& view, std::string_view what);

} // namespace guitai::drive
