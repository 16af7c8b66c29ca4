// Codes, paper and the drawer.
#include "terminal/drive/answers.hpp"
#include "terminal/drive/words.hpp"

#include <array>
#include <string>
#include <utility>

namespace guitai::drive {
namespace {

JsonObject explained(const ScanView& scan)
{
    JsonArray codes;
    for (const std::string& code : scan.codes) codes.text(code);
    JsonArray facts;
    for (const ScanFact& fact : scan.facts)
        facts.object(JsonObject{}.text("what", fact.what).text("value", fact.value));
    JsonObject object;
    object.text("scanned", scan.scanned).text("kind", scan.kind).text("symbology", scan.symbology);
    object.array("codes", codes).array("facts", facts).text("rule", scan.rule);
    object.text("refusal", scan.code).text("detail", scan.detail);
    if (scan.sku.empty()) return object;
    object.text("found_by", scan.found_by).text("sku", scan.sku.text).text("name", scan.name);
    object.number("quantity", scan.quantity).minor("price_minor", scan.price);
    return object;
}

Answer explain_barcode(Request& request)
{
    if (auto done = act(request, ExplainBarcode{request.fields.text("digits")}); !done) return refuse(done.error());
    return explained(request.till.view().barcode_test.seen.front());
}

Answer reprint(Request& request)
{
    Fields& fields{request.fields};
    Reprint command{{fields.text_or("receipt", "")}};
    const std::string kind{fields.text_or("kind", "copy")};
    if (kind == "gift") command.kind = ReprintKind::gift;
    else if (kind != "copy") fields.say_bad("kind");
    if (auto done = act(request, command); !done) return refuse(done.error());
    return JsonObject{};
}

Answer open_drawer(Request& request)
{
    if (auto done = act(request, OpenDrawer{request.fields.text("reason")}); !done) return refuse(done.error());
    return JsonObject{};
}

} // namespace

JsonObject scanned_receipt_of(const ScannedReceipt& receipt)
{
    const std::string_view proof{receipt.proof == ReceiptProof::proven   ? "proven"
                                 : receipt.proof == ReceiptProof::forged ? "forged"
                                                                         : "other_till"};
    return JsonObject{}
        .text("receipt", receipt.receipt.text)
        .text("store", receipt.store.text)
        .text("business_date", receipt.business_date)
        .minor("total_minor", receipt.total)
        .text("proof", proof)
        .truth("kept_here", receipt.is_kept_here);
}

Handler device_handler(std::string_view word)
{
    static constexpr std::array<std::pair<std::string_view, Handler>, 3> words{{
        {"explain_barcode", explain_barcode},
        {"reprint", reprint},
        {"open_drawer", open_drawer},
    }};
    for (const auto& [known, handler] : words) {
        if (known == word) return handler;
    }
    return nullptr;
}

} // namespace guitai::drive
