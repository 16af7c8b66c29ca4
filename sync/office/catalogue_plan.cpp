#include "sync/office/catalogue_plan.hpp"

#include "sync/office/projections/items.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace guitai::office {
namespace {

CataloguePlan plan_for(const std::vector<CatalogueItem>& known, const Catalogue& file, Missing missing)
{
    std::unordered_map<std::string_view, const CatalogueItem*> by_sku;
    for (const CatalogueItem& item : known) by_sku.emplace(item.sku.text, &item);
    std::unordered_set<std::string_view> in_file;
    std::unordered_set<std::string_view> left_out;
    for (const Sku& sku : file.left_out) left_out.insert(sku.text);

    CataloguePlan plan;
    for (const CatalogueItem& item : file.items) {
        in_file.insert(item.sku.text);
        const auto before = by_sku.find(item.sku.text);
        if (before == by_sku.end()) plan.listed.push_back({item, std::nullopt});
        else if (*before->second == item) ++plan.unchanged;
        else plan.listed.push_back({item, *before->second});
    }
    for (const CatalogueItem& item : known) {
        const bool gone{left_out.count(item.sku.text) > 0 ||
                        (missing == Missing::withdrawn && in_file.count(item.sku.text) == 0)};
        if (!gone || item.withdrawn) continue;
        plan.withdrawn.push_back(item);
        plan.withdrawn.back().withdrawn = true;
    }
    return plan;
}

// A barcode must mean one thing on the counter, across this file and the goods that stay.
Result<void> check_barcodes(const std::vector<CatalogueItem>& known, const Catalogue& file, const CataloguePlan& plan)
{
    std::unordered_map<std::string_view, std::string_view> owner;
    std::unordered_set<std::string_view> not_asked;
    for (const CatalogueItem& item : file.items) {
        not_asked.insert(item.sku.text);
        for (const std::string& barcode : item.barcodes) owner.emplace(barcode, item.sku.text);
    }
    for (const CatalogueItem& item : plan.withdrawn) not_asked.insert(item.sku.text);
    for (const CatalogueItem& item : known) {
        if (item.withdrawn || not_asked.count(item.sku.text) > 0) continue;
        for (const std::string& barcode : item.barcodes) {
            const auto taken = owner.find(barcode);
            if (taken == owner.end()) continue;
            return refuse("catalogue.duplicate_barcode",
                          fmt::format("barcode {} of {} belongs to {}, which is on sale and not in this file; "
                                      "--withdraw-missing takes such goods off sale",
                                      barcode, taken->second, item.sku.text));
        }
    }
    return {};
}

} // namespace

Result<CataloguePlan> plan_catalogue(database::Connection& reads, const Catalogue& file, Missing missing)
{
    const auto known = all_items(reads);
    CataloguePlan plan{plan_for(known, file, missing)};
    if (auto unique = check_barcodes(known, file, plan); !unique) return refuse(unique.error());
    return plan;
}

void write_plan(Office& office, const database::Transaction& open, const CataloguePlan& plan, std::string_view actor,
                const std::function<void(std::size_t, std::size_t)>& progress)
{
    const auto say = [&](const auto& items, const auto& item_of, const auto& told) {
        for (std::size_t from{0}; from < items.size(); from += items_per_event_max) {
            const std::size_t until{std::min(from + items_per_event_max, items.size())};
            ItemsListed listed;
            for (std::size_t each{from}; each < until; ++each) listed.items.push_back(item_of(items[each]));
            office.say(open, std::move(listed), actor);
            if (told) told(until, items.size());
        }
    };
    say(plan.listed, [](const PlannedItem& planned) { return planned.item; }, progress);
    const std::function<void(std::size_t, std::size_t)> nobody{};
    say(plan.withdrawn, [](const CatalogueItem& item) { return item; }, nobody);
}

} // namespace guitai::office
