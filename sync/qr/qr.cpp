#include "sync/qr/qr.hpp"

#include <qrencode.h>

#include <memory>
#include <string>

namespace guitai {

QrCode qr_of(std::string_view text)
{
    if (text.empty() || text.find('\0') != std::string_view::npos) return {};
    const std::unique_ptr<QRcode, decltype(&::QRcode_free)> made{
        ::QRcode_encodeString(std::string{text}.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &::QRcode_free};
    if (made == nullptr) return {};
    QrCode code;
    code.side = static_cast<std::size_t>(made->width);
    for (std::size_t at{0}; at < code.side * code.side; ++at) code.dark.push_back(made->data[at] & 1U);
    return code;
}

} // namespace guitai
