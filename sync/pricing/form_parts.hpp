// The smaller tables of the promotion form: scope, when, who, off, steps, parts.
// Each reads its own fields and reports the first fault; none knows a kind.
#pragma once

#include "sync/pricing/form_fields.hpp"
#include "sync/pricing/promotion.hpp"

#include <optional>
#include <string>

namespace guitai::pricing {

// Which rewards `off` may name where it stands.
enum class OffPlace { unit, part, step };

[[nodiscard]] Scope read_scope(const Node& node, const std::string& place, FirstFault& fault);
[[nodiscard]] When read_when(const Node& node, const std::string& place, FirstFault& fault);
[[nodiscard]] Who read_who(const Node& node, const std::string& place, FirstFault& fault);
[[nodiscard]] Off read_off(const Node& node, const std::string& place, OffPlace where, FirstFault& fault);
[[nodiscard]] std::vector<Part> read_parts(const Node& node, const std::string& place, FirstFault& fault);
// In rising order, whatever the order of the file.
[[nodiscard]] std::vector<Step> read_steps(const Node& node, const std::string& place, PromotionKind kind,
                                           FirstFault& fault);
[[nodiscard]] Classes read_classes(const Node& node, const std::string& place, FirstFault& fault);
[[nodiscard]] std::vector<std::int64_t> read_ranks(const Node& node, const std::string& place, FirstFault& fault);

} // namespace guitai::pricing
