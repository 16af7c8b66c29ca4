#include "terminal/app/resolve_scan.hpp"

#include "terminal/app/view_parts.hpp"

#include <array>
#include <utility>

namespace guitai {
namespace {

std::string_view name_of(ScanKind kind)
{
    switch (kind) {
    case ScanKind::plain: return "plain";
    case ScanKind::ean: return "ean";
    case ScanKind::upc: return "upc";
    case ScanKind::case_code: return "case_code";
    case ScanKind::gs1: return "gs1";
    case ScanKind::in_store: return "in_store";
    case ScanKind::signed_receipt: return "signed_receipt";
    }
    return "";
}

std::string_view name_of(Symbology symbology)
{
    switch (symbology) {
    case Symbology::untold: return "";
    case Symbology::ean_upc: return "ean_upc";
    case Symbology::code128: return "code128";
    case Symbology::itf: return "itf";
    case Symbology::qr: return "qr";
    case Symbology::data_matrix: return "data_matrix";
    case Symbology::databar: return "databar";
    case Symbology::other: return "other";
    }
    return "";
}

std::string word_key(const Gs1Element& element)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 12> names{{
        {"01", "gs1.goods"},
        {"02", "gs1.content"},
        {"11", "gs1.made"},
        {"12", "gs1.due"},
        {"13", "gs1.packed"},
        {"15", "gs1.best_before"},
        {"16", "gs1.sell_by"},
        {"17", "gs1.expires"},
        {"00", "gs1.shipment"},
        {"240", "gs1.other_number"},
        {"241", "gs1.customer_number"},
        {"414", "gs1.place"},
    }};
    for (const auto& [identifier, key] : names) {
        if (identifier == element.identifier) return std::string{key};
    }
    switch (element.role) {
    case Gs1Role::lot: return "gs1.lot";
    case Gs1Role::serial: return "gs1.serial";
    case Gs1Role::count: return "gs1.count";
    case Gs1Role::measure: return "gs1.measure";
    case Gs1Role::amount: return "gs1.amount";
    case Gs1Role::gtin:
    case Gs1Role::date:
    case Gs1Role::other: break;
    }
    return "gs1.other";
}

std::string unit_sign(Gs1Unit unit)
{
    switch (unit) {
    case Gs1Unit::none: return "";
    case Gs1Unit::kilogram: return " kg";
    case Gs1Unit::metre: return " m";
    case Gs1Unit::square_metre: return " m²";
    case Gs1Unit::litre: return " L";
    case Gs1Unit::cubic_metre: return " m³";
    }
    return "";
}

std::string value_of(const Gs1Element& element, const Scan& scan)
{
    if (element.role == Gs1Role::date) return gs1_date(element.value);
    if (element.role == Gs1Role::measure) return text_of(scan.quantity) + unit_sign(element.unit);
    if (element.role == Gs1Role::amount && !scan.price.is_zero()) return text_of(scan.price);
    return element.value;
}

// A net weight stands on many packs that are sold by the piece. Only what is weighed, or
// carries the leading 9 that GS1 gives to variable measure, is sold by it.
bool is_sold_by_measure(const Scan& scan, const CatalogueItem& product)
{
    if (scan.kind != ScanKind::gs1 || find_gs1(scan.elements, Gs1Role::measure) == nullptr) return true;
    const Gs1Element* const gtin{find_gs1(scan.elements, Gs1Role::gtin)};
    return product.weighed || (gtin != nullptr && gtin->value.front() == '9');
}

std::vector<ScanFact> facts_of(const Scan& scan)
{
    std::vector<ScanFact> facts;
    for (const Gs1Element& element : scan.elements) {
        facts.push_back({word_key(element), "(" + element.identifier + ") " + value_of(element, scan)});
    }
    if (scan.in_store) {
        const InStoreCode& code{*scan.in_store};
        facts.push_back({"scan.item_number", code.item});
        const bool is_price{code.rule.kind == InStoreKind::price};
        facts.push_back({is_price ? "scan.label_price" : "scan.label_quantity",
                         is_price ? text_of(scan.price) : text_of(scan.quantity)});
    }
    return facts;
}

void explain_receipt(const Desk& desk, const Scan& scan, ScanView& view)
{
    const auto receipt = scanned_receipt(desk, scan.text);
    if (!receipt) {
        view.code = receipt.error().code;
        return;
    }
    view.facts.push_back({"paper.number", receipt->receipt.text});
    view.facts.push_back({"paper.date", receipt->business_date});
    view.facts.push_back({"paper.total", text_of(receipt->total)});
    if (receipt->proof == ReceiptProof::forged) view.code = "receipt.forged";
    if (receipt->proof == ReceiptProof::other_till) view.code = "receipt.other_till";
}

} // namespace

ResolvedScan resolve_scan(const Desk& desk, std::string_view scanned)
{
    ResolvedScan resolved{.scan = read_scan(scanned, desk.ports.barcode_rules)};
    const Scan& scan{resolved.scan};
    for (std::size_t at{0}; at < scan.codes.size(); ++at) {
        // A code that is wrong in itself must not sell what it seems to name.
        const bool inside{at >= scan.exact};
        if (inside && scan.trouble) break;
        resolved.product = desk.ports.catalogue.find_code(scan.codes[at]);
        if (!resolved.product) continue;
        resolved.found_by = scan.codes[at];
        if (inside) {
            if (is_sold_by_measure(scan, *resolved.product)) resolved.quantity = scan.quantity;
            resolved.price = scan.price;
        }
        break;
    }
    return resolved;
}

ScanView explain_scan(const Desk& desk, std::string_view scanned)
{
    const ResolvedScan resolved{resolve_scan(desk, scanned)};
    const Scan& scan{resolved.scan};
    ScanView view;
    view.scanned = visible_code(scanned);
    view.kind = name_of(scan.kind);
    view.symbology = name_of(scan.symbology);
    view.codes = scan.codes;
    for (std::string& code : view.codes) code = visible_code(code);
    view.facts = facts_of(scan);
    if (scan.in_store)
        view.rule = scan.in_store->rule.name.empty() ? scan.in_store->rule.prefix : scan.in_store->rule.name;
    if (resolved.product) {
        view.found_by = visible_code(resolved.found_by);
        view.sku = resolved.product->sku;
        view.name = resolved.product->name;
        view.name_en = resolved.product->name_en;
        view.variant = variant_of(*resolved.product);
        view.price = resolved.price;
        view.quantity =
            resolved.price.is_zero() ? resolved.quantity : quantity_for(resolved.price, resolved.product->price);
        if (view.quantity.is_zero()) view.code = "scan.no_unit_price";
    } else if (scan.kind == ScanKind::signed_receipt) {
        explain_receipt(desk, scan, view);
    } else {
        view.code = scan.trouble ? scan.trouble->code : "scan.unknown";
        view.detail = scan.trouble ? scan.trouble->detail : view.scanned;
    }
    return view;
}

Result<ScannedReceipt> scanned_receipt(const Desk& desk, std::string_view code)
{
    const auto read = parse_signed_receipt(code);
    if (!read) return refuse(read.error());
    ScannedReceipt receipt;
    receipt.store = read->statement.store;
    receipt.receipt = read->statement.receipt;
    receipt.business_date = read->statement.business_date;
    receipt.total = read->statement.total;
    if (desk.ports.seal != nullptr) receipt.proof = desk.ports.seal->check(*read);
    receipt.is_kept_here = desk.ports.days.sale(receipt.receipt).has_value();
    return receipt;
}

} // namespace guitai
